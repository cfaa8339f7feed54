import { create } from 'zustand';

/** The calendar day at this desk; due days are counted from it. */
export const useToday = create<{ readonly today: Date }>()(() => ({ today: new Date() }));

const checkMs = 60_000;

/** Moves on at midnight, for the life of the page. */
export function followToday(): void {
  setInterval(() => {
    const now = new Date();
    if (now.toDateString() !== useToday.getState().today.toDateString())
      useToday.setState({ today: now });
  }, checkMs);
}
