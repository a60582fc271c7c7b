import { refusal } from '@/lib/actions/define-route';
import { receiveUpload } from '@/lib/uploads/receive-upload';

/** Where files go that this machine keeps on its disk. The address itself is the permission: signed, for one file. */
export async function PUT(request: Request): Promise<Response> {
  try {
    await receiveUpload(new URL(request.url).searchParams, request.body);
    return new Response(null, { status: 204 });
  } catch (error) {
    return refusal(error);
  }
}
