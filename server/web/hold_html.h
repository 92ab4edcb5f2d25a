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
    PriceChoices priceTypes;
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

// Where a payment under way goes on.
struct PaymentPlaces
{
    std::string bank;  // the provider's page; empty: it has none
    std::string order; // the page of the order it is for
    std::string here;  // this page, which looks by itself whether there is an answer
};

struct HoldPageState
{
    CheckoutDraft draft;
    std::vector<std::string> methods; // of payment, the first is the default; none: nothing can be paid here
    QString emailProblem;             // said beside the field
    QString nameProblem;
    std::string notice;        // HTML above everything
    bool cameDeclined = false; // from the bank, which has yet to say so itself
};

PageParts holdPage(const Words& words, const EventMirror& mirror, const HoldView& view, Instant now,
                   const std::string& once, const HoldPageState& state);

// The same places while a payment for them is under way: nothing to choose, nothing to pay a second time.
PageParts payingPage(const Words& words, const EventMirror& mirror, const HoldView& view, Instant now,
                     const PaymentPlaces& at);

// A hold that is no more. `isTyped`: an address was sent with it, and is kept.
PageParts holdGonePage(const Words& words, const EventMirror& mirror, const KnownHold& hold, bool isTyped);

} // namespace parterre::web
