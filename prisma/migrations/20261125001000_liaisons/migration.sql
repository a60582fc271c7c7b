-- A code that proves the phone of a liaison: of the new one, and of the one who hands over.
ALTER TYPE "SmsPurpose" ADD VALUE 'liaison';
