// Port TicketPrinter: turns sold tickets into paper or a file. Says "printed" only when that is known.
#pragma once

#include "sync/base/result.h"

#include <QString>
#include <vector>

namespace parterre {

struct TicketText
{
    QString event;
    QString venue;
    QString starts;
    QString place; // "Stalls · Row C · Seat 12"
    QString priceType;
    QString price;
    QString orderCode;
    QString buyer;
    QString remark; // "restricted view"; empty for none
    // Of a provisional sale: the word across the ticket, and the sentence that explains it. Both empty: it counts as it
    // is.
    QString mark;
    QString markSentence;
    std::string code; // signed content of the machine-readable code
};

struct TicketJob
{
    QString name; // of the job; letters, digits and '-': becomes a file name where that matters
    std::vector<TicketText> tickets;
};

class TicketPrinter
{
public:
    virtual ~TicketPrinter() = default;
    // Answers where the paper (or file) is, in words for the clerk. Error: Storage, or Unavailable when a device is
    // missing.
    virtual Result<QString> print(const TicketJob& job) = 0;
};

} // namespace parterre
