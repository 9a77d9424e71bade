import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

export type DialogProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
  /** The buttons, last the one that does it. */
  actions?: ReactNode;
};

/** A dialog over the page: Escape and a press outside close it, and focus returns to what opened it. */
export const Dialog = ({ title, isOpen, onClose, wide, children, actions }: DialogProps) => (
  <ModalOverlay className="modal-veil" isDismissable isOpen={isOpen} onOpenChange={(open) => open || onClose()}>
    <Modal className={wide ? 'modal modal-wide' : 'modal'}>
      <AriaDialog className="dialog">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
        {actions && <div className="dialog-act">{actions}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
