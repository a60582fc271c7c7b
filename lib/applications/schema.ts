import * as z from 'zod/mini';
import { checkItemNames } from '../copy/review';
import { isDay } from '../days';
import {
  asList,
  checkbox,
  choice,
  companyName,
  email,
  mobile,
  optionalText,
  personName,
  postcode,
  refuseUnconfirmedUscc,
  requiredText,
  uscc,
} from '../fields';
import { steps } from './steps';

export const PROFILE_LENGTH = 400;
export const NO_QUALIFICATION = 'none';

export const liaisonSchema = z.object({
  order: z.enum(['first', 'second'], '请选择联络类型'),
  name: personName,
  department: requiredText('部门', 40),
  title: requiredText('职务', 40),
  mobile,
  email,
});

/** 企业信息、联络员、资质信息 (manual 一(五), facts 11). */
export const companySchema = z
  .object({
    name: companyName,
    uscc,
    usccConfirmed: checkbox,
    industry: choice('所属行业'),
    field: choice('所属领域'),
    provinceCode: choice('所在省'),
    cityCode: choice('所在市'),
    address: requiredText('通讯地址', 200).check(
      z.refine((text) => [...text].length >= 6, '请写全能收到文件的地址，包括省、市、街道和门牌号'),
    ),
    postcode,
    legalRepresentative: personName,
    companyType: choice('企业类型'),
    affiliation: choice('所属系统'),
    profile: requiredText('企业基本情况', PROFILE_LENGTH),
    liaisons: z.pipe(
      z.transform(asList),
      z.array(liaisonSchema).check(z.minLength(1, '请至少填写一名联络员'), z.maxLength(2, '最多填写两名联络员')),
    ),
    qualifications: z.pipe(
      z.transform(asList),
      z.array(z.string('请选择资质').check(z.maxLength(40))).check(
        z.minLength(1, '请选择特级资质；没有请选择“无”'),
        z.refine((codes) => codes.length < 2 || !codes.includes(NO_QUALIFICATION), '选择了“无”，就不能再选其他资质'),
      ),
    ),
  })
  .check(
    z.superRefine((answers, context) => {
      refuseUnconfirmedUscc(answers, context);
      const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
      const firsts = answers.liaisons.filter(({ order }) => order === 'first').length;
      if (answers.liaisons.length && firsts === 0) refuse(['liaisons', 0, 'order'], '请指定一名第一联络员，文件默认寄给第一联络员');
      if (answers.liaisons.length === 2 && firsts !== 1) refuse(['liaisons', 1, 'order'], '第一联络员、第二联络员各一名');
      const [one, two] = answers.liaisons;
      if (one && two && one.mobile === two.mobile) refuse(['liaisons', 1, 'mobile'], '两名联络员的手机号不能相同');
    }),
  );

export type CompanyAnswers = z.infer<typeof companySchema>;
export type LiaisonAnswers = z.infer<typeof liaisonSchema>;

/** The codes of these fields must stand in the dictionary of the same name. */
export const DICTIONARY_FIELDS = ['industry', 'field', 'companyType', 'affiliation'] as const;

export const returnSchema = z.object({
  applicationId: z.uuid(),
  reason: requiredText('退回说明', 500),
  marks: z._default(
    z.pipe(
      z.transform((value: unknown) => value ?? []),
      z.array(z.object({ target: z.string().check(z.maxLength(80)), comment: requiredText('修改意见', 200) })),
    ),
    [],
  ),
});
export const rejectSchema = z.object({ applicationId: z.uuid(), reason: requiredText('不予通过的原因', 500) });
export const approveSchema = z.object({
  applicationId: z.uuid(),
  overrideReason: optionalText('先通过的原因', 500),
});
export const approveTogetherSchema = z.object({
  applicationIds: z.pipe(
    z.transform(asList),
    z.array(z.uuid()).check(z.minLength(1, '请先在名单中勾选要批准的单位'), z.maxLength(100, '一次最多批准 100 家')),
  ),
  name: requiredText('会议名称', 60),
  heldOn: z.string('请选择会议日期').check(z.refine(isDay, '请选择会议日期')),
});
export const checkSchema = z.object({
  applicationId: z.uuid(),
  item: z.enum(checkItemNames),
  checked: checkbox,
});
export const applicationIdSchema = z.object({ applicationId: z.uuid() });

export const linkToPhoneSchema = z.extend(applicationIdSchema, { step: z.enum(steps.map(({ id }) => id)) });
export const linkToMailboxSchema = z.extend(linkToPhoneSchema, { mailbox: email });
