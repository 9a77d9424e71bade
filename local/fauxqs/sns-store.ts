export type SnsTopic = {
  arn: string;
  name: string;
  attributes: Record<string, string>;
  tags: Map<string, string>;
  subscriptionArns: string[];
};

export type SnsSubscription = {
  arn: string;
  topicArn: string;
  protocol: string;
  endpoint: string;
  confirmed: boolean;
  attributes: Record<string, string>;
};

export type SnsAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };

/** Topics and subscriptions; what a call has written is on disk when it returns. */
export type SnsStore = {
  topics: Map<string, SnsTopic>;
  subscriptions: Map<string, SnsSubscription>;
  createTopic(
    name: string,
    attributes: Record<string, string> | undefined,
    tags: Record<string, string> | undefined,
    region: string,
  ): SnsTopic;
  deleteTopic(arn: string): boolean;
  subscribe(
    topicArn: string,
    protocol: string,
    endpoint: string,
    attributes?: Record<string, string>,
  ): SnsSubscription | undefined;
  unsubscribe(arn: string): boolean;
  /** Writes a topic or a subscription that was changed. */
  saveTopic(topic: SnsTopic): void;
  saveSubscription(subscription: SnsSubscription): void;
  /** Throws where a filter policy is not one or larger than AWS takes. */
  checkFilterPolicy(policy: string): void;
  /** Whether a subscription's filter policy lets a message pass. */
  passes(subscription: SnsSubscription, message: string, attributes: Readonly<Record<string, SnsAttribute>>): boolean;
};

/** fauxqs' filter policies. */
export type Filter = {
  validateFilterPolicyLimits(policy: string): void;
  matchesFilterPolicy(policy: object, attributes: object): boolean;
  matchesFilterPolicyOnBody(policy: object, message: string): boolean;
};

/** Whether filter policies let messages pass, as fauxqs judges them. */
export const passing =
  ({ matchesFilterPolicy, matchesFilterPolicyOnBody }: Filter): SnsStore['passes'] =>
  ({ attributes: { FilterPolicy, FilterPolicyScope } }, message, attributes) => {
    if (!FilterPolicy) return true;
    const policy = JSON.parse(FilterPolicy) as object;
    return FilterPolicyScope === 'MessageBody'
      ? matchesFilterPolicyOnBody(policy, message)
      : matchesFilterPolicy(policy, attributes);
  };
