import { CfnCondition, CfnParameter, Fn, type Stack, Token } from 'aws-cdk-lib';
import { CfnDistribution, type Distribution } from 'aws-cdk-lib/aws-cloudfront';

/**
 * A domain of one's own for site and API, given at deployment; without one, CloudFront's name serves. Answers the address of the
 * site, `https://…` without a slash at its end.
 */
export const domainOf = (stack: Stack, distribution: Distribution): string => {
  const domain = new CfnParameter(stack, 'DomainName', {
    default: '',
    description: 'The domain of the site and the API, such as ninelampsout.example; empty for CloudFront’s own name.',
    allowedPattern: '^$|^([a-z0-9-]+\\.)+[a-z]{2,}$',
  });
  const certificate = new CfnParameter(stack, 'CertificateArn', {
    default: '',
    description: 'A certificate of ACM in us-east-1 for that domain; empty without a domain.',
    allowedPattern: '^$|^arn:aws:acm:us-east-1:\\d{12}:certificate/.+$',
  });
  const hasDomain = new CfnCondition(stack, 'HasDomain', {
    expression: Fn.conditionNot(Fn.conditionEquals(domain.valueAsString, '')),
  });
  const resource = distribution.node.defaultChild;
  if (!(resource instanceof CfnDistribution)) throw new Error('A distribution is made of a CfnDistribution.');
  const nothing = { Ref: 'AWS::NoValue' };
  const orNothing = (value: unknown) => ({ 'Fn::If': [hasDomain.logicalId, value, nothing] });
  resource.addPropertyOverride('DistributionConfig.Aliases', orNothing([{ Ref: domain.logicalId }]));
  resource.addPropertyOverride(
    'DistributionConfig.ViewerCertificate',
    orNothing({
      AcmCertificateArn: { Ref: certificate.logicalId },
      MinimumProtocolVersion: 'TLSv1.2_2021',
      SslSupportMethod: 'sni-only',
    }),
  );
  return Token.asString(
    Fn.conditionIf(
      hasDomain.logicalId,
      `https://${domain.valueAsString}`,
      `https://${distribution.distributionDomainName}`,
    ),
  );
};
