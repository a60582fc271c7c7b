const joinSteps = [
  ['注册', '填写企业全称、信用代码、经办人和手机号，用短信验证码验证手机。'],
  ['阅读章程', '阅读协会章程并同意。'],
  ['填写企业信息', '填写企业信息、1–2 名联络员和特级资质。'],
  ['上传申请材料', '下载入会申请表和信用承诺书，填写、盖章，连同营业执照扫描或拍照上传。'],
  ['交纳会费', '按会费标准汇款，填写汇款信息。'],
  ['等待审核', '提交后由协会审核，结果用短信通知。通过后登录下载电子会员证。'],
] as const;

/** The way to membership, step by step. */
export function JoinSteps() {
  return (
    <ol className="grid gap-x-8 gap-y-4 md:grid-cols-2">
      {joinSteps.map(([title, text], index) => (
        <li key={title} className="flex gap-3.5">
          <b
            aria-hidden="true"
            className="num grid size-7 flex-none place-items-center rounded-full border-[1.5px] border-brand text-sm font-semibold text-brand"
          >
            {index + 1}
          </b>
          <span>
            <b className="font-semibold">{title}</b>
            <span className="block text-[15px] text-ink-2">{text}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
