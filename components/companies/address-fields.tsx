'use client';

import { useEffect } from 'react';
import { useFormContext as useHookForm, useWatch } from 'react-hook-form';
import { Field, useControl } from '@/components/form/field';
import { useFormContext, valueAt } from '@/components/form/form-context';
import { TextField } from '@/components/form/text-field';
import { useHydrated } from '@/components/form/use-hydrated';
import { missingFromAddress } from '@/lib/applications/address';
import { companyFieldLabels as labels } from '@/lib/copy/applications';
import type { Option, Region } from '@/lib/dictionaries/option';

type AddressFieldsProps = { regions: readonly Region[]; marked: (field: string) => string };

/** 省 and 市 as a cascade, 邮编, and the address itself, which should name both. */
export function AddressFields({ regions, marked }: AddressFieldsProps) {
  const { start } = useFormContext();
  const hydrated = useHydrated();
  const {
    setValue,
    formState: { isSubmitted },
  } = useHookForm();
  const [provinceCode, cityCode, address] = useWatch({ name: ['provinceCode', 'cityCode', 'address'], defaultValue: start });
  const province = regions.find(({ code }) => code === provinceCode);
  const city = province?.cities.find(({ code }) => code === cityCode);
  useEffect(() => {
    const only = province?.cities.length === 1 ? province.cities[0]?.code : undefined;
    if (province && !city) setValue('cityCode', only ?? '', { shouldValidate: isSubmitted });
  }, [province, city, setValue, isSubmitted]);
  const missing = typeof address === 'string' && address ? missingFromAddress(address, province?.label ?? '', city?.label ?? '') : [];
  return (
    <>
      <div className="grid gap-x-8 gap-y-5 md:col-span-2 md:grid-cols-[1fr_1fr_2fr]">
        <RegionSelect name="provinceCode" className={marked('provinceCode')}>
          {regions.map(({ code, label }) => (
            <option key={code} value={code}>
              {label}
            </option>
          ))}
        </RegionSelect>
        {/* Made anew with its options: a select whose options are exchanged forgets what was chosen. */}
        <RegionSelect key={hydrated ? province?.code : 'all'} name="cityCode" className={marked('cityCode')}>
          <CityOptions regions={hydrated ? (province?.cities ?? []) : regions} />
        </RegionSelect>
        <TextField
          name="postcode"
          label={labels.postcode}
          inputMode="numeric"
          autoComplete="postal-code"
          maxLength={10}
          numeric
          className={marked('postcode')}
          required
        />
      </div>
      <TextField
        name="address"
        label={labels.address}
        hint="能收到文件的地址，写上省、市，不要填写注册地址"
        autoComplete="street-address"
        className={`md:col-span-2 ${marked('address')}`}
        under={missing.length > 0 && <p className="mt-1.5 text-sm text-warn">地址里没有写{missing.join('、')}，请补上，以免邮件寄错。</p>}
        required
      />
    </>
  );
}

function RegionSelect({ name, className, children }: { name: 'provinceCode' | 'cityCode'; className: string; children: React.ReactNode }) {
  const { start } = useFormContext();
  const value = valueAt(start, name);
  return (
    <Field name={name} label={labels[name]} className={className} required>
      <select
        {...useHookForm().register(name)}
        {...useControl(name, true)}
        defaultValue={typeof value === 'string' ? value : ''}
        className="control"
      >
        <option value="">请选择</option>
        {children}
      </select>
    </Field>
  );
}

/** The chosen province's cities; without JavaScript those of all provinces, in groups. */
function CityOptions({ regions }: { regions: readonly (Option | Region)[] }) {
  return regions.map((region) =>
    'cities' in region ? (
      <optgroup key={region.code} label={region.label}>
        <CityOptions regions={region.cities} />
      </optgroup>
    ) : (
      <option key={region.code} value={region.code}>
        {region.label}
      </option>
    ),
  );
}
