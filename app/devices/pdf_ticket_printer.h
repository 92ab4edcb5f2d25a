// PdfTicketPrinter: one PDF a job, one page a ticket (A6 landscape), written whole or not at all.
#pragma once

#include "app/devices/ticket_printer.h"

namespace parterre {

class PdfTicketPrinter : public TicketPrinter
{
public:
    explicit PdfTicketPrinter(QString folder); // made when missing
    Result<QString> print(const TicketJob& job) override;

private:
    QString m_folder;
};

} // namespace parterre
