type Items<T> = { Items?: T[] };

/** The part of a response headers policy that the runtime honours, as the template has it. */
export type ResponseHeadersPolicy = {
  SecurityHeadersConfig?: {
    ContentSecurityPolicy?: { ContentSecurityPolicy: string; Override?: boolean };
    ContentTypeOptions?: { Override?: boolean };
    FrameOptions?: { FrameOption: string; Override?: boolean };
    ReferrerPolicy?: { ReferrerPolicy: string; Override?: boolean };
    StrictTransportSecurity?: {
      AccessControlMaxAgeSec: number;
      IncludeSubdomains?: boolean;
      Preload?: boolean;
      Override?: boolean;
    };
  };
  CorsConfig?: {
    AccessControlAllowOrigins: Items<string>;
    AccessControlAllowMethods: Items<string>;
    AccessControlAllowHeaders: Items<string>;
    AccessControlExposeHeaders?: Items<string>;
    AccessControlMaxAgeSec?: number;
    OriginOverride?: boolean;
  };
  CustomHeadersConfig?: Items<{ Header: string; Value: string; Override?: boolean }>;
};

/** Headers that the policy sets, each with whether it wins over the origin's own. */
export const policyHeaders = (
  { SecurityHeadersConfig: security, CorsConfig: cors, CustomHeadersConfig: custom }: ResponseHeadersPolicy,
  origin?: string,
) => {
  const headers: { name: string; value: string; override: boolean }[] = [];
  const add = (name: string, value: string, override = true): void => {
    headers.push({ name, value, override });
  };
  if (security?.ContentSecurityPolicy)
    add(
      'content-security-policy',
      security.ContentSecurityPolicy.ContentSecurityPolicy,
      security.ContentSecurityPolicy.Override,
    );
  if (security?.ContentTypeOptions) add('x-content-type-options', 'nosniff', security.ContentTypeOptions.Override);
  if (security?.FrameOptions) add('x-frame-options', security.FrameOptions.FrameOption, security.FrameOptions.Override);
  if (security?.ReferrerPolicy)
    add('referrer-policy', security.ReferrerPolicy.ReferrerPolicy, security.ReferrerPolicy.Override);
  if (security?.StrictTransportSecurity) {
    const { AccessControlMaxAgeSec, IncludeSubdomains, Preload, Override } = security.StrictTransportSecurity;
    add(
      'strict-transport-security',
      `max-age=${AccessControlMaxAgeSec}${IncludeSubdomains ? '; includeSubDomains' : ''}${Preload ? '; preload' : ''}`,
      Override,
    );
  }
  if (cors && origin !== undefined) {
    const allowed = cors.AccessControlAllowOrigins.Items ?? [];
    if (allowed.includes('*') || allowed.includes(origin)) {
      add('access-control-allow-origin', allowed.includes('*') ? '*' : origin, cors.OriginOverride);
      if (cors.AccessControlExposeHeaders?.Items)
        add('access-control-expose-headers', cors.AccessControlExposeHeaders.Items.join(', '), cors.OriginOverride);
    }
  }
  for (const { Header, Value, Override } of custom?.Items ?? []) add(Header.toLowerCase(), Value, Override);
  return headers;
};
