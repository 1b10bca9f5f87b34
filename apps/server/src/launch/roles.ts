export const roles = ['api', 'worker'] as const;
export type Role = (typeof roles)[number];
export const roleSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
