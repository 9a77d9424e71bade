import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionAssociation } from 'aws-cdk-lib/aws-cloudfront';
import {
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  KeyValueStore,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';

/** The largest function that CloudFront takes, in bytes. */
const LARGEST = 10_240;

const codeOf = (name: string): string => {
  const file = join(import.meta.dirname, `${name}.js`);
  const code = readFileSync(file, 'utf8');
  if (Buffer.byteLength(code) > LARGEST)
    throw new Error(`${file}: a function of CloudFront has at most ${LARGEST} bytes.`);
  return code;
};

/** Has the CDN tell functions where its viewer is; its caches do not tell viewers apart by that. */
export const countryOfViewer = (scope: Construct): OriginRequestPolicy =>
  new OriginRequestPolicy(scope, 'CountryOfViewer', {
    comment: 'Where the viewer is, which the router reads',
    headerBehavior: OriginRequestHeaderBehavior.allowList('CloudFront-Viewer-Country'),
  });

/** What decides at the edge which object an address is served from, and whether it is public at all. */
export class Edge extends Construct {
  /** Addresses by version of the site, and which version is live. */
  readonly routes: KeyValueStore;
  readonly associations: FunctionAssociation[];

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.routes = new KeyValueStore(this, 'Routes', { comment: 'Where each address of the site leads' });
    const router = new EdgeFunction(this, 'Router', {
      code: FunctionCode.fromInline(codeOf('router')),
      runtime: FunctionRuntime.JS_2_0,
      keyValueStore: this.routes,
      comment: 'Leads an address to the object that is live',
    });
    const status = new EdgeFunction(this, 'Status', {
      code: FunctionCode.fromInline(codeOf('status')),
      runtime: FunctionRuntime.JS_2_0,
      comment: 'Gives error pages their status',
    });
    this.associations = [
      { function: router, eventType: FunctionEventType.VIEWER_REQUEST },
      { function: status, eventType: FunctionEventType.VIEWER_RESPONSE },
    ];
  }
}
