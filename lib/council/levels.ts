import type { Level } from '../generated/prisma/enums';

/** Who sits on the council, the highest first. */
export const COUNCIL_LEVELS = ['vicePresident', 'standingCouncilMember', 'councilMember'] as const satisfies readonly Level[];
