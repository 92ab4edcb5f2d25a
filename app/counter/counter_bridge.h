// CounterBridge: carries what the counter's machine tells its listener into Qt signals.
#pragma once

#include "sync/counter/counter.h"

#include <QObject>

namespace parterre {

class CounterBridge : public QObject, public CounterListener
{
    Q_OBJECT
public:
    using QObject::QObject;

    void lineChanged() override { Q_EMIT lineMoved(); }
    void eventsChanged() override { Q_EMIT eventsMoved(); }
    void viewReset() override { Q_EMIT viewMoved(); }
    void seatsChanged(const std::vector<SeatIndex>& seats) override { Q_EMIT seatsMoved(seats); }
    void basketChanged() override { Q_EMIT basketMoved(); }
    void ordersChanged() override { Q_EMIT ordersMoved(); }
    void casesChanged() override { Q_EMIT casesMoved(); }
    void questionsChanged() override { Q_EMIT questionsMoved(); }
    void caseMoved(const std::string& sentence) override { Q_EMIT caseNewsGiven(sentence); }
    void noticed(const Error& what) override { Q_EMIT noticeGiven(what); }

Q_SIGNALS:
    void lineMoved();
    void eventsMoved();
    void viewMoved();
    void seatsMoved(const std::vector<parterre::SeatIndex>& seats);
    void basketMoved();
    void ordersMoved();
    void casesMoved();
    void questionsMoved();
    void caseNewsGiven(const std::string& sentence);
    void noticeGiven(const parterre::Error& what);
};

} // namespace parterre
