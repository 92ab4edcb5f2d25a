// DeskParts: what every part of the wiring connects: the machine, the window, and how a refusal reaches the clerk.
#pragma once

#include "app/counter/counter_bridge.h"
#include "sync/base/ports.h"
#include "ui/common/error_text.h"
#include "ui/desk/desk_window.h"
#include "ui/desk/notice_bar.h"

namespace parterre {

// All outlive the wiring. GUI thread.
struct DeskParts
{
    Counter& counter;
    CounterBridge& bridge;
    DeskWindow& window;
    const Clock& clock;

    void refuse(const Error& error) const { warn(errorText(error)); }
    void warn(const QString& sentence) const { window.notice().showNotice(NoticeBar::Kind::Caution, sentence); }
    void tell(const QString& goodNews) const { window.notice().showNotice(NoticeBar::Kind::Good, goodNews); }
    // The answer to a step whose success shows by itself.
    Completion<void> refusing() const
    {
        return [parts = *this](Result<void> done) {
            if (done.ok())
                parts.window.notice().dismiss();
            else
                parts.refuse(done.error());
        };
    }
};

} // namespace parterre
