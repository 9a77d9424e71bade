import { XMLBuilder, XMLParser } from 'fast-xml-parser';

const builder = new XMLBuilder({ ignoreAttributes: false, suppressEmptyNode: false });

// Entities are the five of XML and numbers; a document type, and with it any other entity, is refused by `parseXml`.
const parser = new XMLParser({ ignoreAttributes: true, parseTagValue: false, trimValues: false, htmlEntities: true });

/** An XML document with one root. Arrays repeat their element, undefined members are left out. */
export const toXml = (root: string, members: object, namespace?: string): string =>
  builder
    .build({
      '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
      [root]: { ...(namespace && { '@_xmlns': namespace }), ...members },
    })
    // AWS leaves apostrophes as they are.
    .replaceAll('&apos;', "'");

/** The members below a document's root; every text is a string. Throws where the text is no XML or has another root. */
export const parseXml = (text: string, root: string): Record<string, unknown> => {
  if (text.includes('<!DOCTYPE')) throw new Error('a document type is not allowed');
  const document = parser.parse(text, true) as Record<string, unknown>;
  const members = document[root];
  if (members === undefined) throw new Error(`the root element is not ${root}`);
  return typeof members === 'object' && members !== null ? (members as Record<string, unknown>) : {};
};

/** A member that may stand once, many times or not at all, as a list. */
export const listOf = (member: unknown): unknown[] => {
  if (member === undefined || member === '') return [];
  return Array.isArray(member) ? member : [member];
};
