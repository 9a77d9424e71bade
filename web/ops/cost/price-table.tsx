import { PRICES_AS_OF, type Prices, pricesOf, REGIONS, SOURCES } from './prices.ts';

type Line = { what: string; key: keyof Prices; times: number; unit: string; source: keyof typeof SOURCES };

const LINES: readonly Line[] = [
  { what: 'State transitions', key: 'transition', times: 1000, unit: '1,000', source: 'stepFunctions' },
  { what: 'Express requests', key: 'expressRequest', times: 1e6, unit: 'million', source: 'stepFunctions' },
  { what: 'Express duration', key: 'expressGbSecond', times: 1, unit: 'GB-second', source: 'stepFunctions' },
  { what: 'Lambda requests', key: 'lambdaRequest', times: 1e6, unit: 'million', source: 'lambda' },
  { what: 'Lambda, arm64', key: 'lambdaGbSecondArm', times: 1, unit: 'GB-second', source: 'lambda' },
  { what: 'Lambda, x86_64', key: 'lambdaGbSecondX86', times: 1, unit: 'GB-second', source: 'lambda' },
  { what: 'DynamoDB write units', key: 'writeUnit', times: 1e6, unit: 'million', source: 'dynamodb' },
  { what: 'DynamoDB read units', key: 'readUnit', times: 1e6, unit: 'million', source: 'dynamodb' },
  { what: 'Events', key: 'event', times: 1e6, unit: 'million', source: 'eventBridge' },
  { what: 'S3 writes and lists', key: 's3Put', times: 1000, unit: '1,000', source: 's3' },
  { what: 'S3 reads', key: 's3Get', times: 1000, unit: '1,000', source: 's3' },
  { what: 'S3 storage', key: 's3GbMonth', times: 1, unit: 'GB and month', source: 's3' },
  { what: 'Logs taken in', key: 'logsGb', times: 1, unit: 'GB', source: 'logs' },
  { what: 'Logs kept', key: 'logsGbMonth', times: 1, unit: 'GB and month', source: 'logs' },
  { what: 'SQS requests', key: 'sqsRequest', times: 1e6, unit: 'million', source: 'sqs' },
];

const PRICE = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD', maximumSignificantDigits: 6 });

/** All prices that are reckoned with, in every region that has them here. */
export const PriceTable = ({ region }: { region: string }) => (
  <details className="panel prices fold">
    <summary>
      <h2>List prices</h2>
      <span className="muted small">as of {PRICES_AS_OF}, US dollars, first tiers</span>
    </summary>
    <section className="scroll" aria-label="List prices">
      <table className="att">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">A</th>
            {REGIONS.map((each) => (
              <th key={each} scope="col" className="end" aria-current={each === region ? 'true' : undefined}>
                {each}
              </th>
            ))}
            <th scope="col">Published at</th>
          </tr>
        </thead>
        <tbody>
          {LINES.map(({ what, key, times, unit, source }) => (
            <tr key={key}>
              <th scope="row">{what}</th>
              <td>{unit}</td>
              {REGIONS.map((each) => {
                const prices = pricesOf(each);
                return (
                  <td key={each} className="end num" aria-current={each === region ? 'true' : undefined}>
                    {prices ? PRICE.format(prices[key] * times) : ''}
                  </td>
                );
              })}
              <td>
                <a href={SOURCES[source]} target="_blank" rel="noreferrer">
                  {SOURCES[source].replace('https://aws.amazon.com/', '')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
    <p className="pad muted small">
      AWS publishes its prices at the addresses beside them and changes them. State transitions, Lambda, and DynamoDB
      and logs in us-east-1 were compared with published pages; the rest are AWS's prices as they are generally known,
      not looked up again. Only the first tier of each is reckoned with.
    </p>
  </details>
);
