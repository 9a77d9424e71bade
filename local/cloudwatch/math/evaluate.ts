import type { Series } from '../metrics/series.ts';
import { type Frame, FUNCTIONS, lift, type Value } from './functions.ts';
import { invalidExpression, type Node } from './parse.ts';

/** What expressions see: the series of other queries, by id. */
export type Queries = { value(id: string): Value; metrics(part?: string): readonly Series[] };

const SIGNS: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '^': (left, right) => left ** right,
  '==': (left, right) => Number(left === right),
  '!=': (left, right) => Number(left !== right),
  '<': (left, right) => Number(left < right),
  '>': (left, right) => Number(left > right),
  '<=': (left, right) => Number(left <= right),
  '>=': (left, right) => Number(left >= right),
  '&&': (left, right) => Number(left !== 0 && right !== 0),
  '||': (left, right) => Number(left !== 0 || right !== 0),
  AND: (left, right) => Number(left !== 0 && right !== 0),
  OR: (left, right) => Number(left !== 0 || right !== 0),
};

/** The value of an expression. Throws `ValidationError` for functions that the runtime lacks. */
export const evaluate = (node: Node, queries: Queries, frame: Frame): Value => {
  switch (node.is) {
    case 'number':
      return node.value;
    case 'text':
      return node.value;
    case 'id':
      return node.name === 'REPEAT' || node.name === 'LINEAR' ? node.name : queries.value(node.name);
    case 'list':
      return node.items.map((item) => evaluate(item, queries, frame) as Series);
    case 'negative':
      return lift((value) => -value)(evaluate(node.of, queries, frame));
    case 'operation': {
      const work = SIGNS[node.sign];
      if (!work) throw invalidExpression(`unknown operator ${node.sign}`);
      return lift(work)(evaluate(node.left, queries, frame), evaluate(node.right, queries, frame));
    }
    case 'call': {
      const values = node.args.map((each) => evaluate(each, queries, frame));
      if (node.name === 'METRICS') return queries.metrics(typeof values[0] === 'string' ? values[0] : undefined);
      const work = Object.hasOwn(FUNCTIONS, node.name) ? FUNCTIONS[node.name] : undefined;
      if (work) return work(values, frame);
      const known = ['METRICS', ...Object.keys(FUNCTIONS)].sort().join(', ');
      throw invalidExpression(`the embedded runtime does not do ${node.name}; it has ${known}`);
    }
  }
};
