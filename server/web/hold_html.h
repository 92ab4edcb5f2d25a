// The places a fan holds, with the one-page checkout.
#pragma once

#include "server/api/fan_sales.h"
#include "server/web/html.h"

namespace parterre::web {

// What the fan has typed and chosen so far; kept whatever happens.
struct CheckoutDraft
{
    std::string email;
    std::string name;
    std::string method;
    std::vector<std::pair<std::string, std::string>> priceTypes; // as CheckoutForm has them
};

// One place of the hold at the price type chosen for it.
struct HeldPlace
{
    std::string label; // the seat's, or the name of the standing area
    QString text;
    PriceAreaIndex area;
    PriceTypeIndex type;
    Money price;
};
// A standing area has one line for each of its places. Places that lost their price are left out.
std::vector<HeldPlace> heldPlaces(const Words& words, const EventMirror& mirror, const Places& places,
                                  const CheckoutDraft& draft);
Money totalOf(const EventMirror& mirror, const std::vector<HeldPlace>& places);

struct HoldPageState
{
    CheckoutDraft draft;
    std::vector<std::string> methods; // of payment, the first is the default; none: nothing can be paid here
    QString emailProblem;             // said beside the field
    QString nameProblem;
    std::string notice; // HTML above everything
};

PageParts holdPage(const Words& words, const EventMirror& mirror, const HoldView& view, Instant now,
                   const std::string& once, const HoldPageState& state);

// The time ran out. `isTyped`: an address was sent with it, and is kept.
PageParts holdGonePage(const Words& words, const EventMirror& mirror, bool isTyped);

} // namespace parterre::web
