import type { Client, DeviceSignIn } from '@animatic/client';
import type { Bridge } from '../capture/bridge.ts';
import type { Deriver } from '../derive/derive-board.ts';
import type { Store } from '../store/store.ts';
import type { Captures } from './captures.ts';

/** What every flow works with. */
export interface Session {
  bridge: Bridge;
  store: Store;
  api: Client;
  signIn: DeviceSignIn;
  /** The API's origin, as people read it. */
  origin: string;
  derive: Deriver;
  captures: Captures;
}
