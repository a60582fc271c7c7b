'use server';

import { revalidatePath } from 'next/cache';
import { defineAction } from '@/lib/actions/define-action';
import { changeSetting } from '@/lib/settings/change-setting';
import { settingSchemas } from '@/lib/settings/settings';

export const changePaymentAccountAction = defineAction(settingSchemas.paymentAccount, async ({ actor, input }) => {
  await changeSetting(actor, 'paymentAccount', input);
  revalidatePath('/', 'layout');
});

export const changeDuesAction = defineAction(settingSchemas.dues, async ({ actor, input }) => {
  await changeSetting(actor, 'dues', input);
  revalidatePath('/', 'layout');
});

export const changeSecondPersonAction = defineAction(settingSchemas.secondPerson, async ({ actor, input }) => {
  await changeSetting(actor, 'secondPerson', input);
  revalidatePath('/', 'layout');
});

export const changeReceiptsAction = defineAction(settingSchemas.receipts, async ({ actor, input }) => {
  await changeSetting(actor, 'receipts', input);
  revalidatePath('/', 'layout');
});

export const changeJoiningAction = defineAction(settingSchemas.joining, async ({ actor, input }) => {
  await changeSetting(actor, 'joining', input);
  revalidatePath('/', 'layout');
});

export const changeContactsAction = defineAction(settingSchemas.contacts, async ({ actor, input }) => {
  await changeSetting(actor, 'contacts', input);
  revalidatePath('/', 'layout');
});

export const changeSiteAction = defineAction(settingSchemas.site, async ({ actor, input }) => {
  await changeSetting(actor, 'site', input);
  revalidatePath('/', 'layout');
});

export const changeSmsAction = defineAction(settingSchemas.sms, async ({ actor, input }) => {
  await changeSetting(actor, 'sms', input);
  revalidatePath('/', 'layout');
});
