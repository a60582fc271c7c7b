import { CopyValue } from '@/components/ui/copy-value';
import { Facts } from '@/components/ui/facts';
import { VERIFICATION_SITE } from '@/lib/copy/receipts';
import { formatDay } from '@/lib/days';
import { type ReceiptView, verificationFields } from '@/lib/receipts/views';

/** What stands on a receipt; the five fields that the ministry's page asks for are copied by pressing them. */
export function ReceiptFacts({ receipt }: { receipt: ReceiptView }) {
  const { titleName, titleUscc, reversal, replaces, replacedBy } = receipt;
  return (
    <>
      <Facts
        rows={[
          ...verificationFields(receipt).map(({ label, value }) => ({
            label,
            value: value ? <CopyValue text={value} label={label} /> : '—',
          })),
          { label: '抬头', value: titleName },
          { label: '税号', value: titleUscc },
          ...(replaces ? [{ label: '换开自', value: `票据号码 ${replaces}（已冲红）` }] : []),
          ...(reversal
            ? [
                { label: '冲红', value: `${formatDay(reversal.on)}，红字票据 ${reversal.code} / ${reversal.number}` },
                { label: '冲红原因', value: reversal.reason },
                { label: '换开为', value: replacedBy ? `票据号码 ${replacedBy}` : '—' },
              ]
            : []),
        ]}
      />
      {!reversal && (
        <p className="mt-3 text-sm text-ink-3">
          真伪可在{' '}
          <a href={VERIFICATION_SITE} target="_blank" rel="noreferrer">
            全国财政电子票据查验平台
          </a>{' '}
          查验，把前五项逐项复制过去即可。
        </p>
      )}
    </>
  );
}
