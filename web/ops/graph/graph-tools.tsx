import { Panel, useReactFlow } from '@xyflow/react';
import { Button } from '../../ui/button.tsx';

/** Moves the view: only ever when asked. */
export const GraphTools = () => {
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <Panel position="top-right" className="graph-tools">
      <Button kind="quiet" small icon="zoomout" aria-label="Zoom out" onPress={() => zoomOut()} />
      <Button kind="quiet" small icon="zoomin" aria-label="Zoom in" onPress={() => zoomIn()} />
      <Button kind="quiet" small icon="fit" onPress={() => fitView({ padding: 0.05 })}>
        Fit
      </Button>
    </Panel>
  );
};
