import { isDeepStrictEqual } from 'node:util';
import { CENTRE, type FocalPoint, isImageType } from './asset.ts';

/** What a record tells of the focal point that is wanted, and of those that its crops are made or being made for. */
export type Focused = {
  declaredType: string;
  contentType?: string;
  contentId?: string;
  contentHash?: string;
  etag?: string;
  focalPoint?: FocalPoint;
  focus?: FocalPoint;
  'remake:state'?: string;
  'replacement:state'?: string;
  'next:focus'?: FocalPoint;
};

/** Renditions of the same bytes differ by the focal point of their crops, so it belongs to the content's identity. */
export const suffixOf = ({ x, y }: FocalPoint): string => (x === CENTRE.x && y === CENTRE.y ? '' : `-x${x}y${y}`);

/** Whether somebody is at work on what is to take the place of what an asset is now. */
export const isUnderWay = (asset: Pick<Focused, 'remake:state' | 'replacement:state'>): boolean =>
  [asset['remake:state'], asset['replacement:state']].some((state) => state === 'checking' || state === 'processing');

/** Whether a picture is uploaded whose crops are neither made nor being made for the focal point that is wanted. */
export const needsCrops = (asset: Focused): boolean => {
  if (!asset.etag || !isImageType(asset.contentType ?? asset.declaredType)) return false;
  const wanted = asset.focalPoint ?? CENTRE;
  const made = isUnderWay(asset) ? asset['next:focus'] : asset.focus;
  if (made) return !isDeepStrictEqual(made, wanted);
  // From before the focal point of the crops was noted: the content's own name tells it.
  return asset.contentId !== undefined && asset.contentId !== `${asset.contentHash}${suffixOf(wanted)}`;
};
