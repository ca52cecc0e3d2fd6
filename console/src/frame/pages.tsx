import {
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CommentOutlined,
  DashboardOutlined,
  EyeOutlined,
  FileSearchOutlined,
  FileTextOutlined,
  QuestionCircleOutlined,
  SafetyOutlined,
  SettingOutlined,
  SolutionOutlined,
  TeamOutlined,
  UnorderedListOutlined,
} from '@ant-design/icons';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import type { Action, Subject } from '#access/roles.js';

export interface PageEntry {
  path: string;
  name: string;
  icon: ReactNode;
  Component: LazyExoticComponent<ComponentType>;
  /** What a user needs to see it in the menu. Default: nothing but to have signed in. */
  needs?: readonly [Action, Subject];
}

const page = (
  path: string,
  name: string,
  icon: ReactNode,
  load: () => Promise<{ default: ComponentType }>,
  needs?: readonly [Action, Subject],
): PageEntry => ({ path, name, icon, Component: lazy(load), ...(needs && { needs }) });

/** Every page, in the order of the menu; each is loaded when it is opened. */
export const PAGES: readonly PageEntry[] = [
  page('today', '今日', <DashboardOutlined />, () => import('../pages/today/page.js')),
  page('try', '试一下', <CommentOutlined />, () => import('../pages/try/page.js')),
  page('notices', '通知研判', <FileSearchOutlined />, () => import('../pages/notices/page.js')),
  page('lists', '清单', <UnorderedListOutlined />, () => import('../pages/lists/page.js')),
  page('documents', '文件', <FileTextOutlined />, () => import('../pages/sources/page.js')),
  page('review', '未答', <QuestionCircleOutlined />, () => import('../pages/unanswered/page.js'), [
    'read',
    'review',
  ]),
  page('admissions', '准入', <AuditOutlined />, () => import('../pages/admissions/page.js'), [
    'read',
    'admission',
  ]),
  page('cases', '诉求', <SolutionOutlined />, () => import('../pages/demands/page.js'), ['read', 'case']),
  page('registers', '登记簿', <BookOutlined />, () => import('../pages/ledgers/page.js'), [
    'read',
    'register',
  ]),
  page('inspections', '督察', <EyeOutlined />, () => import('../pages/inspections/page.js'), [
    'read',
    'inspection',
  ]),
  page('lookback', '回头看', <BarChartOutlined />, () => import('../pages/look-back/page.js'), [
    'create',
    'lookback',
  ]),
  page('users', '用户', <TeamOutlined />, () => import('../pages/users/page.js'), ['create', 'user']),
  page('audit', '审计', <SafetyOutlined />, () => import('../pages/audit/page.js'), ['read', 'audit']),
  page('settings', '设置', <SettingOutlined />, () => import('../pages/settings/page.js')),
];
