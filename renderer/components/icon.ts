import type { ComponentType } from 'react';

/** A picture of @tabler/icons-react. */
export type Icon = ComponentType<{ readonly size?: number; readonly stroke?: number }>;
