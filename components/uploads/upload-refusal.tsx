import { Note } from '@/components/ui/note';

type Texts = { readonly cut: string; readonly [reason: string]: string };

/** Why a plain upload was not taken, as its address says on the way back; nothing when it does not. */
export function UploadRefusal({ refused, texts }: { refused: string | string[] | undefined; texts: Texts }) {
  if (typeof refused !== 'string') return null;
  return (
    <div role="alert">
      <Note tone="bad" title="没有上传">
        <p>{Object.hasOwn(texts, refused) ? texts[refused] : texts.cut}</p>
      </Note>
    </div>
  );
}
