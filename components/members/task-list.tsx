import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button-link';
import { Tag } from '@/components/ui/tag';
import type { Tone } from '@/lib/copy/applications';
import { formatDay } from '@/lib/days';
import { maskEmail } from '@/lib/fields';
import type { HomeTask } from '@/lib/members/home-tasks';
import { formatFen } from '@/lib/money';

type TaskWords = { tag: string; tone: Tone; title: string; hint: string; action?: { label: string; path: string } };

const NOT_RECEIVED = '没有收到？请在邮箱搜索 czpj，并查看垃圾箱';

function wordsOf(task: HomeTask): TaskWords {
  switch (task.kind) {
    case 'pay':
      return {
        ...todo(task.lateDays),
        title: `交纳 ${task.year} 年度会费 ${formatFen(task.amountFen)}`,
        hint: dueWords(task),
        action: { label: '交费', path: `/dues/${task.year}/pay` },
      };
    case 'refile':
      return {
        ...todo(task.lateDays),
        title: `${task.year} 年度会费的汇款信息被退回，请重新填写`,
        hint: `退回原因：${task.reason}`,
        action: { label: '重新填写', path: `/dues/${task.year}/pay` },
      };
    case 'unfiled':
      return {
        ...todo(0),
        title: `协会已收到 ${task.year} 年度会费，请补登记开票信息`,
        hint: '不需要再次汇款；补填票据抬头和接收邮箱后即可开票',
        action: { label: '补登记', path: `/dues/${task.year}/pay` },
      };
    case 'renameReturned':
      return {
        ...todo(0),
        title: '单位名称变更申请被退回，请修改后重新提交',
        hint: '协会确认之前，各处仍显示原来的名称',
        action: { label: '去修改', path: '/company/rename' },
      };
    case 'incomplete':
      return {
        ...todo(0),
        title: `企业信息还有 ${task.count} 项待完善`,
        hint: '从协会旧系统转来时没有填写，或需要核对',
        action: { label: '去完善', path: '/company/edit' },
      };
    case 'renamePending':
      return {
        tag: '审核中',
        tone: 'info',
        title: '单位名称变更审核中',
        hint: '协会确认之前，各处仍显示原来的名称',
        action: { label: '查看', path: '/company/rename' },
      };
    case 'exitPending':
      return {
        tag: '待处理',
        tone: 'info',
        title: '退会申请已提交，等待协会处理',
        hint: '协会处理之前，会员资格和会员证不变',
        action: { label: '查看', path: '/company/exit' },
      };
    case 'filed':
      return {
        tag: '待确认',
        tone: 'info',
        title: `${task.year} 年度会费已填写汇款信息，等待协会确认到账`,
        hint: `电子票据将在 ${formatDay(task.receiptDueOn)} 前推送至 ${maskEmail(task.email)}`,
      };
    case 'receiptDue':
      return {
        tag: '待开票',
        tone: 'info',
        title: `${task.year} 年度会费已确认到账`,
        hint: `电子票据将在 ${formatDay(task.receiptDueOn)} 前推送至 ${maskEmail(task.email)}`,
      };
    case 'receipt':
      return {
        tag: '已开票',
        tone: 'ok',
        title: `${task.year} 年度电子票据已于 ${formatDay(task.issuedOn)} 开具并推送至 ${maskEmail(task.email)}`,
        hint: NOT_RECEIVED,
        action: { label: '查看票据', path: `/dues/${task.year}` },
      };
    case 'notRaised':
      return {
        tag: '未产生',
        tone: 'plain',
        title: `${task.year} 年度会费还没有产生`,
        hint: '协会产生后在这里交纳，会员证的有效期随之延长',
      };
  }
}

function todo(lateDays: number): Pick<TaskWords, 'tag' | 'tone'> {
  return lateDays > 0 ? { tag: '已逾期', tone: 'bad' } : { tag: '待办', tone: 'warn' };
}

function dueWords({ dueOn, lateDays }: { dueOn: string; lateDays: number }): string {
  return lateDays > 0 ? `应于 ${formatDay(dueOn)} 前交纳，已逾期 ${lateDays} 天` : `请于 ${formatDay(dueOn)} 前交纳`;
}

/** What to do next, the most urgent first, and where dues and receipts stand. `pathTo` makes addresses name the company. */
export function TaskList({ tasks, pathTo }: { tasks: readonly HomeTask[]; pathTo: (path: string) => string }) {
  if (!tasks.length) return <p className="border-t border-line-2 px-4 py-4 text-ink-3 md:px-6">会费已交清，现在没有需要办理的事项。</p>;
  return (
    <ul aria-label="待办和最近进度" className="divide-y divide-line-2 border-t border-line-2">
      {tasks.map((task, index) => {
        const { tag, tone, title, hint, action } = wordsOf(task);
        return (
          <TaskLine key={title} tag={<Tag tone={tone}>{tag}</Tag>} title={title} hint={hint}>
            {action && (
              <ButtonLink href={pathTo(action.path)} look={index === 0 ? 'primary' : 'secondary'} size={index === 0 ? 'normal' : 'small'}>
                {action.label}
              </ButtonLink>
            )}
          </TaskLine>
        );
      })}
    </ul>
  );
}

function TaskLine({ tag, title, hint, children }: { tag: ReactNode; title: string; hint: string; children: ReactNode }) {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-4 md:flex-nowrap md:px-6">
      <span className="flex-none">{tag}</span>
      <span className="num min-w-0 flex-1 basis-56">
        <b className="font-semibold">{title}</b>
        <small className="block text-sm text-ink-3">{hint}</small>
      </span>
      {children}
    </li>
  );
}
