// Money, moments and names of places as a language writes them.
#pragma once

#include "server/web/words.h"
#include "sync/base/instant.h"
#include "sync/base/money.h"
#include "sync/domain/claims.h"

namespace parterre::web {

QString symbolOf(const Currency& currency);              // "€", "CHF"
QString moneyText(const Words& words, Money amount);     // "€45.00", "45,00 €"
QString amountText(Money amount);                        // "45.00", for machines
QString rangeText(const Words& words, Money a, Money b); // "€19.00 – €62.00"; one amount when they are the same
QString minutesText(const Words& words, Milliseconds left); // "7 minutes", "less than a minute"

// "Friday 27 November 2026, 19:30 (Europe/Berlin)"; UTC when the zone is not known.
QString whenText(const Words& words, Instant at, const std::string& timeZone);
QString clockText(const Words& words, Instant at, const std::string& timeZone); // "19:38"
// With the zone's offset at that time, as schema.org and <time> want it: "2026-11-27T19:30:00+01:00".
QString isoText(Instant at, const std::string& timeZone);

QString seatText(const Words& words, const SeatPlan& plan, SeatIndex seat); // "Stalls, row C, seat 12"
QString placeText(const Words& words, const SeatPlan& plan, const Ticket& ticket);

} // namespace parterre::web
