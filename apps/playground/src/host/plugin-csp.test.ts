import { describe, expect, it } from 'vitest';
import { pluginContentSecurityPolicy } from './plugin-csp.ts';

const directive = (policy: string, name: string): string | undefined =>
  policy
    .split('; ')
    .find((part) => part.startsWith(`${name} `))
    ?.slice(name.length + 1);

describe('the policy of a plugin window', () => {
  it('lets no request out where the manifest says none', () => {
    const policy = pluginContentSecurityPolicy(
      { networkAccess: { allowedDomains: ['none'] } },
      { dev: false },
    );
    expect(directive(policy, 'default-src')).toBe("'none'");
    expect(directive(policy, 'connect-src')).toBe('data: blob:');
    expect(directive(policy, 'frame-src')).toBe("'none'");
  });

  it('lists the domains of the manifest, and those for development only in development', () => {
    const networkAccess = {
      allowedDomains: ['https://api.example.com/v1/', '*.example.org'],
      devAllowedDomains: ['http://localhost:8787'],
    };
    const shipped = pluginContentSecurityPolicy({ networkAccess }, { dev: false });
    const dev = pluginContentSecurityPolicy({ networkAccess }, { dev: true });
    expect(directive(shipped, 'connect-src')).toBe(
      'data: blob: https://api.example.com/v1/ https://*.example.org wss://*.example.org',
    );
    expect(directive(dev, 'media-src')).toContain('http://localhost:8787');
    expect(directive(shipped, 'media-src')).not.toContain('localhost');
  });

  it('keeps the origin null even where the window is opened by itself', () => {
    const policy = pluginContentSecurityPolicy({}, { dev: false });
    expect(directive(policy, 'sandbox')).toBe('allow-scripts allow-popups allow-forms allow-downloads');
  });

  it('refuses a domain that would end its directive', () => {
    expect(() =>
      pluginContentSecurityPolicy({ networkAccess: { allowedDomains: ['x; script-src *'] } }, { dev: false }),
    ).toThrow('is not a domain');
  });
});
