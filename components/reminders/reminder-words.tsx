type Props = { sms: string; mail: { subject: string; text: string } | null };

/** What the SMS and the e-mail say, to the first of those who get them. */
export function ReminderWords({ sms, mail }: Props) {
  return (
    <div className="flex flex-col gap-3 border-b border-line-2 px-4 py-4 md:px-6">
      <p>
        <b className="font-semibold">短信原文（以第一家为例）：</b>
        {sms}
      </p>
      {mail && (
        <details>
          <summary className="flex min-h-11 cursor-pointer items-center font-semibold text-brand">邮件：{mail.subject}</summary>
          <p className="whitespace-pre-line">{mail.text}</p>
        </details>
      )}
    </div>
  );
}
