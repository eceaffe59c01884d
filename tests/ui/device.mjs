// A device that holds passkeys; the browser plays it.

export const KEYS = '/you/safety/passkeys';

/** Gives the browser of this page a device that holds passkeys and knows its owner. */
export async function device(page, { computes = false } = {}) {
  const wire = await page.context().newCDPSession(page);
  await wire.send('WebAuthn.enable');
  const { authenticatorId } = await wire.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true,
      automaticPresenceSimulation: true, hasPrf: computes, ctap2Version: 'ctap2_1',
    },
  });
  const asks = (what, more) => wire.send(`WebAuthn.${what}`, { authenticatorId, ...more });
  return {
    holds: async () => (await asks('getCredentials')).credentials.length,
    forgets: () => asks('clearCredentials'),
    knowsTheOwner: (yes) => asks('setUserVerified', { isUserVerified: yes }),
  };
}

export const adds = async (page, label) => {
  await page.goto(KEYS);
  await page.getByLabel('A name for it').first().fill(label);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
};
