// One charge at a time: the sheet that asks lies over everything else.
#include "app/counter/hand_terminal.h"

namespace parterre {

using namespace Qt::StringLiterals;

QString HandTerminal::referenceText(PaymentRef ref)
{
    // The order code's alphabet has no letters that look alike.
    const QString code = QString::fromStdString(orderCode(OrderId{ref.bytes}));
    return u"%1-%2"_s.arg(code.left(4), code.mid(4));
}

void HandTerminal::charge(PaymentRef ref, Money amount, std::function<void(PaymentAnswer)> done)
{
    m_reference = referenceText(ref).toStdString();
    m_done = std::move(done);
    QMetaObject::invokeMethod(
        this, [this, amount] { Q_EMIT chargeBegan(amount, QString::fromStdString(m_reference)); },
        Qt::QueuedConnection);
}

void HandTerminal::query(PaymentRef, std::function<void(PaymentAnswer)> done)
{
    QMetaObject::invokeMethod(
        this,
        [done = std::move(done)] {
            done({PaymentAnswer::Kind::Unknown, {}});
        },
        Qt::QueuedConnection);
}

void HandTerminal::answer(PaymentAnswer::Kind kind)
{
    if (const auto done = std::exchange(m_done, nullptr))
        done({kind, m_reference});
}

} // namespace parterre
