// The switch has no default, so that a new code cannot be forgotten. Codes that only counters meet share a sentence.
#include "server/web/problem_text.h"

#include "server/api/fan_sales.h"
#include "sync/base/require.h"

namespace parterre::web {
namespace {

using namespace Qt::StringLiterals;

QString limitText(const Words& words, const std::string& detail)
{
    if (detail.find("tries to pay") != std::string::npos)
        return words.say("Problem", "The payment for these places was tried too often. Nothing was charged, and the "
                                    "places stay yours until their time is up. Ask the box office for help, or give "
                                    "them back and choose again.");
    return words.say("Problem", "That is more than one person may hold at once. Nothing was taken, and what you hold "
                                "already is kept. Choose fewer places, or pay for the ones you hold first.");
}

QString sentence(const Words& words, const Error& error)
{
    switch (error.code) {
    case ErrorCode::Malformed:
        return words.say("Problem", "What was sent could not be read. Nothing was changed. Go back and try again.");
    case ErrorCode::TooLarge:
        return words.say("Problem", "That was too much at once. Nothing was changed. Choose fewer places.");
    case ErrorCode::NotFound:
    case ErrorCode::HoldForeign:
    case ErrorCode::MethodNotAllowed:
        return words.say("Problem", "There is nothing at this address, or no longer. Nothing was changed. Start again "
                                    "from the list of events.");
    case ErrorCode::IdempotencyMismatch:
        return words.say("Problem", "This form was sent before with other contents. Only the first one counts. Go back "
                                    "and load the page again.");
    case ErrorCode::Unauthenticated:
        return words.say("Problem", "This browser does not know your places any more. Nothing was charged. Choose "
                                    "again, and allow cookies of this site.");
    case ErrorCode::Forbidden:
        return words.say("Problem", "The form came from another site, so it was not accepted. Nothing was changed. Use "
                                    "the form on this page.");
    case ErrorCode::RateLimited:
        if (error.detail.starts_with(hadBefore))
            return words.say("Problem",
                             "You had one of these places before and did not buy it, so others come first for "
                             "ten minutes. Nothing was taken. Choose other places, or come back then.");
        return words.say("Problem", "Too many tries in a short time. Nothing was lost. Wait a moment and try again.");
    case ErrorCode::AdmissionRequired:
        return words.say("Problem", "So many people want to come in that they do so in turn, and it is not your turn "
                                    "yet. Nothing was lost. Go back to the event.");
    case ErrorCode::SeatTaken:
        return words.say("Problem", "Somebody else was faster. Nothing was taken. Choose other seats.");
    case ErrorCode::UnknownSeat:
        return words.say("Problem", "The plan has no such place. Nothing was taken. Choose places from the list.");
    case ErrorCode::NotEnoughSeats:
        return words.say("Problem", "There are not so many places left. Nothing was taken. Choose fewer, or look "
                                    "elsewhere in the house.");
    case ErrorCode::LimitExceeded:
        return limitText(words, error.detail);
    case ErrorCode::HoldGone:
        return words.say("Problem", "Your time for these places ran out, so they went back on sale. Nothing was "
                                    "charged. Choose again; they may still be free.");
    case ErrorCode::ExtensionUsed:
        return words.say("Problem", "You had more time once already. Your places are kept until the time shown. Pay "
                                    "before it is up.");
    case ErrorCode::NotOnSale:
        return words.say("Problem", "This event is not on sale just now. Nothing was taken. Look again later.");
    case ErrorCode::NotPriced:
        return words.say("Problem", "This place is not sold at that price. Nothing was taken. Choose another price or "
                                    "another place.");
    case ErrorCode::PaymentDeclined:
        return words.say("Problem", "The payment was declined and nothing was charged. Your places are still held. Try "
                                    "again, or pay another way.");
    case ErrorCode::PaymentPending:
        return words.say("Problem", "A payment for these places is already under way. Your places are safe. Wait for "
                                    "its answer before you pay again.");
    case ErrorCode::AmountMismatch:
        return words.say("Problem", "The amount is not the price of these places. Nothing was charged. Look at the "
                                    "total and pay again.");
    case ErrorCode::OrderGone:
        return words.say("Problem", "There is no such order, or its tickets are void. Nothing was changed. Ask the box "
                                    "office if you expected otherwise.");
    case ErrorCode::Frozen:
        return words.say("Problem", "This event takes no orders for the moment, while the box office checks its "
                                    "records. Nothing was taken. Try again later.");
    case ErrorCode::Overloaded:
    case ErrorCode::Unavailable:
    case ErrorCode::Offline:
    case ErrorCode::Timeout:
        return words.say("Problem", "Very many people are here just now. Nothing was changed. Wait a few seconds and "
                                    "try again.");
    case ErrorCode::Storage:
        return words.say("Problem", "This could not be saved, so it was not done. Nothing was charged. Try again in a "
                                    "moment.");
    case ErrorCode::BadSignature:
    case ErrorCode::AllotmentGone:
    case ErrorCode::AllotmentForeign:
    case ErrorCode::Resync:
    case ErrorCode::FutureCursor:
    case ErrorCode::OpGap:
    case ErrorCode::OpFork:
    case ErrorCode::Quarantined:
    case ErrorCode::Corrupt:
    case ErrorCode::Internal:
        return words.say("Problem", "Something went wrong on our side. What you had is kept. Try again; if it happens "
                                    "twice, call the box office.");
    }
    PARTERRE_REQUIRE(false);
}

} // namespace

QString problemText(const Words& words, const Error& error)
{
    const QString text = sentence(words, error);
    // Its detail is what the fan asked for; those of the others are sentences for logs.
    if (error.code != ErrorCode::UnknownSeat || error.detail.empty())
        return text;
    return text + u" ("_s + QString::fromStdString(error.detail) + u')';
}

} // namespace parterre::web
