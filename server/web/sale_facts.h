// What the pages tell of an event: prices, how much is left, which places suit whom. Values of a mirror, no words.
#pragma once

#include "server/arbiter/event_mirror.h"

#include <array>

namespace parterre::web {

struct PriceRange
{
    Money lowest;
    Money highest;
};
std::optional<PriceRange> priceRangeOf(const EventTerms& terms);
// At the first price type this area is sold at.
std::optional<Money> firstPrice(const EventTerms& terms, PriceAreaIndex area);

// How much is left, as coarse as it stays true for a while.
enum class Supply : std::uint8_t { Many, Few, Last, None };
Supply supplyOf(std::uint64_t free, std::uint64_t capacity);

// May a fan have this seat now? Free or called back from a counter that answers, and priced.
bool isToBeHad(const EventMirror& mirror, SeatIndex seat);

struct PlaceCount
{
    std::uint32_t all = 0;
    std::uint32_t free = 0;
};

struct SectionFacts
{
    PlaceCount seats;
    PlaceCount wheelchair;
    PlaceCount companion;
    PlaceCount restricted;
    std::optional<PriceRange> prices; // of all its areas at their first type
};
std::vector<SectionFacts> sectionFacts(const EventMirror& mirror); // in plan order

// Seats and standing places together; free is what a fan can buy.
PlaceCount wholeHouse(const EventMirror& mirror);

enum class SaleState : std::uint8_t { OnSale, SoldOut, NotOnSale };
SaleState saleStateOf(const EventMirror& mirror, PlaceCount house);

} // namespace parterre::web
