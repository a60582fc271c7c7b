import * as z from 'zod';
import { refuseUnconfirmedUscc } from '../accounts/schema';
import { asList, companySchema, NO_QUALIFICATION } from '../applications/schema';
import { typed } from '../fields';

const { name, uscc, usccConfirmed, qualifications: _, ...others } = companySchema.shape;

/** Empty, or as the field wants it: records of the old system come in incomplete, and are completed bit by bit. */
function orEmpty(field: z.ZodType<string>) {
  return typed().transform((text, context) => {
    if (!text.trim()) return '';
    const parsed = field.safeParse(text);
    if (parsed.success) return parsed.data;
    for (const { message } of parsed.error.issues) context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });
}

/** 企业信息 as staff correct it: the rules of the application for what is filled in. */
export const correctCompanySchema = z
  .object({
    companyId: z.uuid(),
    /** Of the record that the form was filled from. */
    version: z.coerce.number().int(),
    name,
    uscc,
    usccConfirmed,
    industry: orEmpty(others.industry),
    field: orEmpty(others.field),
    provinceCode: orEmpty(others.provinceCode),
    cityCode: orEmpty(others.cityCode),
    address: orEmpty(others.address),
    postcode: orEmpty(others.postcode),
    legalRepresentative: orEmpty(others.legalRepresentative),
    companyType: orEmpty(others.companyType),
    affiliation: orEmpty(others.affiliation),
    profile: orEmpty(others.profile),
    qualifications: z.preprocess(asList, z.array(z.string('请选择资质').max(40))),
  })
  .superRefine((fields, context) => {
    refuseUnconfirmedUscc(fields, context);
    if (fields.qualifications.includes(NO_QUALIFICATION) && fields.qualifications.length > 1)
      context.addIssue({ code: 'custom', path: ['qualifications'], message: '选择了“无”，就不能再选其他资质' });
  });

export type EditedCompany = z.infer<typeof correctCompanySchema>;
export type CompanyFields = Omit<EditedCompany, 'companyId' | 'version' | 'usccConfirmed'>;
