// SuspectPage: this counter's own record cannot be trusted: what happened, what was kept, what to do.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace parterre {

class SuspectPage : public QFrame
{
    Q_OBJECT
public:
    explicit SuspectPage(QWidget* parent = nullptr);
    void setReason(const QString& sentence);
    void setBusy(bool busy);
    void showProblem(const QString& sentence);

Q_SIGNALS:
    void reenrolRequested(const QString& code);
    void laterRequested(); // go on with the line up

private:
    void submit();
    QLabel* m_reason;
    QLineEdit* m_code;
    QLabel* m_problem;
    QPushButton* m_go;
};

} // namespace parterre
