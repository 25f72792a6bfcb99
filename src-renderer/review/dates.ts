/** Days and dates as the reader's language writes them. A day is the learner's own, `2026-11-23`. */
import { language } from '../words/language.svelte.ts'

/** Making one takes longer than all that is written with it. */
const formats = new Map<string, Intl.DateTimeFormat>()

function format(style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language.locale, style])
  const known = formats.get(key) ?? new Intl.DateTimeFormat(language.locale, style)
  formats.set(key, known)
  return known
}

function at(day: string): Date {
  return new Date(`${day}T12:00:00Z`)
}

function written(style: Intl.DateTimeFormatOptions, date: Date, otherwise: string): string {
  return Number.isNaN(date.getTime()) ? otherwise : format(style).format(date)
}

/** `23 Nov 2026`. */
export const dayText = (day: string): string => written({ dateStyle: 'medium', timeZone: 'UTC' }, at(day), day)
/** `23 Nov`. */
export const dayShort = (day: string): string => written({ day: 'numeric', month: 'short', timeZone: 'UTC' }, at(day), day)
/** `Monday, 23 November 2026`. */
export const dayLong = (day: string): string => written({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }, at(day), day)
/** The day of a moment, in the machine's own zone. */
export const dateText = (iso: string): string => written({ dateStyle: 'medium' }, new Date(iso), iso)
/** From Monday, 0, to Sunday, 6. */
export const weekdayOf = (day: string): number => (at(day).getUTCDay() + 6) % 7
/** Of the month. */
export const dayOfMonth = (day: string): number => at(day).getUTCDate()
/** Monday to Sunday, short. */
export const weekdays = (): readonly string[] => Array.from({ length: 7 }, (_, n) => format({ weekday: 'short', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, 1 + n, 12))))

/** A chance in whole percent. */
export const percentText = (chance: number): string => new Intl.NumberFormat(language.locale, { style: 'percent', maximumFractionDigits: 0 }).format(chance)
