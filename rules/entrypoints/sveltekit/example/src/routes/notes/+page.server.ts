// entry: kind=http title=load /notes
export const load = async () => ({ notes: [] });

export const actions = {
  // entry: kind=http title=action /notes create
  create: async ({ request }) => ({ ok: true }),
};
