// One sentence for each ErrorCode; the switch has no default, so a new code cannot be forgotten.
#include "ui/common/error_text.h"

#include "sync/base/require.h"
#include "ui/common/centre_words.h"
#include "ui/common/detail_text.h"

#include <QCoreApplication>

namespace parterre {
namespace {

// Gives the sentences a translation context that Qt Linguist finds.
struct ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

} // namespace

QString errorText(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Malformed:
        return ErrorText::tr(
            "The request was not understood. Nothing was changed. Check what was entered and try again.");
    case ErrorCode::TooLarge:
        return ErrorText::tr(
            "This is too large to process. Nothing was changed. Try a smaller file or fewer seats at a time.");
    case ErrorCode::NotFound:
        return ErrorText::tr("This does not exist, or no longer. Reload the list and choose again.");
    case ErrorCode::MethodNotAllowed:
        return ErrorText::tr(
            "The centre does not offer this action. Nothing was changed. Check that both programs are up to date.");
    case ErrorCode::IdempotencyMismatch:
        return ErrorText::tr(
            "The same request was sent twice with different contents. Only the first one counts. Start again.");
    case ErrorCode::Unauthenticated:
        return ErrorText::tr("You are not signed in, or no longer. Your basket is kept. Sign in again.");
    case ErrorCode::Forbidden:
        return ErrorText::tr("Your role does not allow this. Nothing was changed. Ask a supervisor.");
    case ErrorCode::BadSignature:
        return ErrorText::tr("The signature is not valid, so nothing was accepted. Enrol this counter again.");
    case ErrorCode::RateLimited:
        return ErrorText::tr("Too many requests in a short time. Nothing was lost. Wait a moment and try again.");
    case ErrorCode::AdmissionRequired:
        return ErrorText::tr("Fans buy for this event in turn. Nothing was changed. Sell from the counter instead.");
    case ErrorCode::SeatTaken:
        return ErrorText::tr("Somebody else has this seat. The rest of your basket is kept. Choose another seat.");
    case ErrorCode::UnknownSeat:
        return ErrorText::tr("This seat is not in the plan. Nothing was changed. Choose it on the map.");
    case ErrorCode::NotEnoughSeats:
        return ErrorText::tr(
            "There are not enough seats left for this. Nothing was changed. Choose fewer seats or another area.");
    case ErrorCode::LimitExceeded:
        return ErrorText::tr(
            "This is more than one order may hold. The basket is kept as it is. Complete this order first.");
    case ErrorCode::HoldGone:
        return ErrorText::tr(
            "The time for these seats has run out and they were released. Choose them again if they are free.");
    case ErrorCode::HoldForeign:
        return ErrorText::tr("Somebody else holds these seats. Nothing was changed. Choose other seats.");
    case ErrorCode::ExtensionUsed:
        return ErrorText::tr(
            "The time was already extended once. The seats are kept until it runs out. Complete the sale.");
    case ErrorCode::NotOnSale:
        return ErrorText::tr("This performance is not on sale. Nothing was changed. Ask the manager when sales open.");
    case ErrorCode::NotPriced:
        return ErrorText::tr(
            "There is no price for this seat and price type. Nothing was changed. Choose another price type.");
    case ErrorCode::PaymentDeclined:
        return ErrorText::tr("The payment was declined. The seats are kept. Try again or choose another way to pay.");
    case ErrorCode::PaymentPending:
        return ErrorText::tr(
            "The payment is still being confirmed. The seats are kept. Wait for the answer before paying again.");
    case ErrorCode::AmountMismatch:
        return ErrorText::tr(
            "The amount does not match the price of the seats. Nothing was charged. Check the total and try again.");
    case ErrorCode::OrderGone:
        return ErrorText::tr(
            "This order was cancelled or replaced. Nothing was changed. Search for the current order.");
    case ErrorCode::AllotmentGone:
        return ErrorText::tr(
            "This counter's reserve was given back. Nothing was sold. Connect to the centre to get a new one.");
    case ErrorCode::AllotmentForeign:
        return ErrorText::tr(
            "This seat is in the reserve of another counter. Choose another seat, or ask for it on line.");
    case ErrorCode::Resync:
        return ErrorText::tr(
            "This counter's picture is out of date. Sales are kept. It is loading the current state by itself.");
    case ErrorCode::FutureCursor:
        return ErrorText::tr(
            "This counter knows more than the centre, which may have been restored from a backup. Call support.");
    case ErrorCode::OpGap:
        return ErrorText::tr(
            "The centre misses an earlier step of this counter. Nothing is lost; it will be sent again by itself.");
    case ErrorCode::OpFork:
        return ErrorText::tr("Two programs use the identity of this counter. Selling has stopped here. Call support.");
    case ErrorCode::Quarantined:
        return ErrorText::tr(
            "The centre set this step aside for a person to decide. Selling goes on. See the list of conflicts.");
    case ErrorCode::Frozen:
        return ErrorText::tr(
            "The centre was restored and waits for its counters. Nothing new is sold until they have reported.");
    case ErrorCode::Offline:
        return ErrorText::tr("There is no line to the centre. Seats of this counter's reserve can still be sold.");
    case ErrorCode::Overloaded:
        return ErrorText::tr("The centre is very busy. Nothing was changed. Try again in a moment.");
    case ErrorCode::Unavailable:
        return ErrorText::tr("The centre cannot answer right now. Nothing was changed. Try again in a moment.");
    case ErrorCode::Timeout:
        return ErrorText::tr(
            "The centre did not answer in time. It is being checked whether it was done; do not repeat it yet.");
    case ErrorCode::Storage:
        return ErrorText::tr("This could not be saved to disk, so it was not done. Check the disk for free space.");
    case ErrorCode::Corrupt:
        return ErrorText::tr("Stored data is damaged. Nothing more is written to it. Call support before going on.");
    case ErrorCode::Internal:
        return ErrorText::tr(
            "Something unexpected went wrong. Nothing was changed. Try again; call support if it happens twice.");
    }
    PARTERRE_REQUIRE(false);
}

namespace {

// Some limits are of no order: of how soon, or of how many counters.
QString sentenceOf(const Error& error)
{
    if (error.code == ErrorCode::LimitExceeded && error.detail.starts_with("not before "))
        return ErrorText::tr("It is too early for this. Nothing was changed.");
    if (error.code == ErrorCode::LimitExceeded && error.detail.find("counters") != std::string::npos)
        return ErrorText::tr("More counters than these cannot have a reserve of this event. Nothing was changed.");
    return errorText(error.code);
}

} // namespace

QString errorText(const Error& error)
{
    // A whole sentence of the machine says more than the general one of its code.
    if (const auto said = machineSentence(error.detail))
        return *said;
    const QString sentence = sentenceOf(error);
    const QString more = centreWords(error.detail);
    return more.isEmpty() ? sentence : sentence + QStringLiteral(" (%1)").arg(more);
}

} // namespace parterre
