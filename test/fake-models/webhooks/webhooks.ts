import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import * as z from 'zod';
import type { Clock } from '../clock.ts';
import type { Job } from '../jobs/job.ts';
import { endOf } from '../jobs/progress.ts';
import { type Message, messageOf } from './message.ts';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/** An address that webhooks may go to: on this machine, nowhere else. */
export const loopbackUrlSchema = z
  .url({ protocol: /^https?$/ })
  .refine((url) => LOOPBACK.includes(new URL(url).hostname), 'webhooks go to loopback only');

/** Where webhooks go, and the secret (`whsec_…`) that they are signed with. */
export const targetSchema = z.object({ url: loopbackUrlSchema, secret: z.string().min(1) });
export type Target = z.infer<typeof targetSchema>;

/** One webhook that was sent. */
export interface Delivery {
  jobId: string;
  id: string;
  type: string;
  forged: boolean;
  /** Milliseconds of the clock. */
  when: number;
  /** Null where nobody answered. */
  status: number | null;
}

/** Tells the end of jobs, as Standard Webhooks has it, with what goes wrong on the way. */
export class Webhooks {
  private target: Target | undefined;
  private readonly clock: Clock;
  private readonly sent: Delivery[] = [];
  private readonly underWay = new Set<Promise<void>>();

  constructor(clock: Clock) {
    this.clock = clock;
  }

  /** Where they go from now on; nowhere without a target. */
  to(target: Target | undefined): void {
    this.target = target;
  }

  deliveries(): Delivery[] {
    return [...this.sent];
  }

  /** Sets the alarms for a job that was just accepted. */
  watch(job: Job): void {
    const { webhook } = job.fate;
    const end = endOf(job);
    const target = this.targetOf(job);
    if (!target) return;
    // Says that it is over halfway through, signed with a secret of its own.
    if (webhook.forged)
      this.clock.at((job.acceptedAt + job.endsAt) / 2, () => this.send(target, job, messageOf(job), true));
    if (webhook.lost || !Number.isFinite(end)) return;
    const message = messageOf(job);
    this.clock.at(end + webhook.lateSeconds * 1000, () => {
      if (job.stoppedAt !== null) return;
      for (let time = 0; time < webhook.times; time++) this.send(target, job, message, false);
    });
  }

  /** Waits for the answers to what is under way. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
  }

  clear(): void {
    this.target = undefined;
    this.sent.length = 0;
  }

  private targetOf(job: Job): Target | undefined {
    const own = loopbackUrlSchema.safeParse(job.webhookUrl);
    const secret = this.target?.secret ?? `whsec_${randomBytes(24).toString('base64')}`;
    if (own.success) return { url: own.data, secret };
    return job.wire === 'videos' ? this.target : undefined;
  }

  private send(target: Target, job: Job, message: Message, forged: boolean): void {
    const delivery: Delivery = {
      jobId: job.id,
      id: message.id,
      type: message.type,
      forged,
      when: this.clock.now(),
      status: null,
    };
    this.sent.push(delivery);
    const sending = post(target, message, forged)
      .then((status) => {
        delivery.status = status;
      })
      .finally(() => this.underWay.delete(sending));
    this.underWay.add(sending);
  }
}

async function post({ url, secret }: Target, { id, body }: Message, forged: boolean): Promise<number | null> {
  const payload = JSON.stringify(body);
  // The signature's time is the machine's: who checks it does not know of our clock.
  const moment = new Date();
  const key = forged ? `whsec_${randomBytes(24).toString('base64')}` : secret;
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(moment.getTime() / 1000)),
        'webhook-signature': new Webhook(key).sign(id, moment, payload),
      },
      body: payload,
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
