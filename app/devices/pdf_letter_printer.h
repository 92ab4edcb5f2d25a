// PdfLetterPrinter: one PDF a letter, one page A5, written whole or not at all.
#pragma once

#include "app/devices/letter_printer.h"

namespace parterre {

class PdfLetterPrinter : public LetterPrinter
{
public:
    explicit PdfLetterPrinter(QString folder); // made when missing
    Result<QString> print(const LetterText& letter) override;

private:
    QString m_folder;
};

} // namespace parterre
