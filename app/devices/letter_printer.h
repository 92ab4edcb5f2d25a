// Port LetterPrinter: a page of words for a customer, on paper or as a file.
#pragma once

#include "sync/base/result.h"

#include <QString>
#include <QStringList>

namespace parterre {

struct LetterText
{
    QString name;   // of the job; letters, digits and '-': becomes a file name where that matters
    QString sender; // the venue
    QString to;     // the customer and how they are reached
    QString date;
    QString subject;
    QStringList paragraphs;
    QString closing;
};

class LetterPrinter
{
public:
    virtual ~LetterPrinter() = default;
    // Answers where the paper (or file) is, in words for the clerk. Error: Storage, Unavailable.
    virtual Result<QString> print(const LetterText& letter) = 0;
};

} // namespace parterre
