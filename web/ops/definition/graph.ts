/** A place in a definition: as `Visit.path` has it. */
export type GraphNode = {
  path: string;
  name: string;
  /** `Task`, `Choice`, `Map`, `Parallel`, `Pass`, `Wait`, `Succeed`, `Fail`, and `Start`, `End` and `Branch`, which the graph adds. */
  type: string;
  /** What it does, in a word or two, for a node that has not run: the function's name, `dynamodb updateItem`, `every item`. */
  detail: string;
  /** The Map, Parallel or branch around it. */
  parent?: string;
  /** Of a Map or a Parallel whose states are not drawn, because the graph is large. */
  closed?: boolean;
};

export type GraphEdge = {
  id: string;
  from: string;
  to: string;
  kind: 'next' | 'choice' | 'default' | 'catch';
  /** The condition in words, or the errors that are caught. */
  label?: string;
};

/** A definition as it is drawn. */
export type DefinitionGraph = {
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  /** Of what is drawn and nothing else: the same shape with other ARNs has the same hash. */
  hash: string;
};

export type Point = { x: number; y: number };
export type Box = Point & { width: number; height: number };

/** Where everything is, in pixels from the left top; a node's place is within its parent. */
export type GraphLayout = {
  width: number;
  height: number;
  nodes: Readonly<Record<string, Box>>;
  /** Each edge's bends from start to end, and its label's box; absolute. */
  edges: Readonly<Record<string, { points: readonly Point[]; label?: Box }>>;
};
