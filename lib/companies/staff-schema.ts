import * as z from 'zod/mini';
import { companySchema, NO_QUALIFICATION } from '../applications/schema';
import { asList, orEmpty, refuseUnconfirmedUscc } from '../fields';

const { name, uscc, usccConfirmed, qualifications: _, ...others } = companySchema.shape;

/**
 * 企业信息 as staff correct it: the rules of the application for what is filled in. Records of the old system come in
 * incomplete, and are completed bit by bit.
 */
export const correctCompanySchema = z
  .object({
    companyId: z.uuid(),
    /** Of the record that the form was filled from. */
    version: z.coerce.number().check(z.int()),
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
    qualifications: z.pipe(z.transform(asList), z.array(z.string('请选择资质').check(z.maxLength(40)))),
  })
  .check(
    z.superRefine((fields, context) => {
      refuseUnconfirmedUscc(fields, context);
      if (fields.qualifications.includes(NO_QUALIFICATION) && fields.qualifications.length > 1)
        context.addIssue({ code: 'custom', path: ['qualifications'], message: '选择了“无”，就不能再选其他资质' });
    }),
  );

export type EditedCompany = z.infer<typeof correctCompanySchema>;
export type CompanyFields = Omit<EditedCompany, 'companyId' | 'version' | 'usccConfirmed'>;
