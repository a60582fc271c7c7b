import * as z from 'zod';
import { fileResponse, refusal } from '@/lib/actions/define-route';
import { SmsPurpose } from '@/lib/generated/prisma/enums';
import { drawPictureCode } from '@/lib/human-checks/draw-picture-code';
import { getActor } from '@/lib/session';

const shape = z.object({ purpose: z.enum(SmsPurpose), id: z.uuid() });

/** 图片验证码, for everybody: new characters each time it is asked for. */
export async function GET(_request: Request, { params }: RouteContext<'/api/picture-codes/[purpose]/[id]'>): Promise<Response> {
  const wanted = shape.safeParse(await params);
  if (!wanted.success) return new Response(null, { status: 404 });
  try {
    return fileResponse(await drawPictureCode(await getActor(), wanted.data), 'image/png', 'inline');
  } catch (error) {
    return refusal(error);
  }
}
