// HandTerminal: a card terminal that stands alone: the clerk types the amount into it and says what it answered.
#pragma once

#include "sync/counter/payment_terminal.h"

#include <QObject>

namespace parterre {

class HandTerminal : public QObject, public PaymentTerminal
{
    Q_OBJECT
public:
    using QObject::QObject;

    void charge(PaymentRef ref, Money amount, std::function<void(PaymentAnswer)> done) override;
    // Nobody but the clerk knows: Unknown, so that they are asked.
    void query(PaymentRef ref, std::function<void(PaymentAnswer)> done) override;
    // The clerk's answer to the charge that is under way; without one nothing happens.
    void answer(PaymentAnswer::Kind kind);

    // What the clerk types into the terminal or finds on its receipt.
    static QString referenceText(PaymentRef ref);

Q_SIGNALS:
    void chargeBegan(parterre::Money amount, const QString& reference);

private:
    std::string m_reference;
    std::function<void(PaymentAnswer)> m_done; // of the charge under way
};

} // namespace parterre
